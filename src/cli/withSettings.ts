import { UsageError } from "../core/errors.js";
import { type RoleSettings, roleSettings, settings } from "../schema/settings.js";
import { knownWords } from "../store/nearest.js";

/** The settings of a suite as `--set role.key=value` changes them. Throws UsageError for a role, key or value that is none. */
export function withSettings(before: RoleSettings | undefined, changes: readonly string[]): RoleSettings {
  const changed: Record<string, Record<string, unknown> | undefined> = { ...before };
  for (const change of changes) {
    const [, role = "", key = "", value = ""] = /^(\w+)\.(\w+)=(.*)$/s.exec(change) ?? [];
    if (role === "")
      throw new UsageError(`--set ${change} is no setting`, "write role.key=value: --set user.temperature=0.7");
    if (!Object.hasOwn(roleSettings.shape, role))
      throw new UsageError(`no role '${role}'`, knownWords(role, Object.keys(roleSettings.shape)));
    if (!Object.hasOwn(settings.shape, key))
      throw new UsageError(`no setting '${key}'`, knownWords(key, Object.keys(settings.shape)));
    changed[role] = { ...changed[role], [key]: key === "stop" ? [value] : numberOr(value) };
  }
  const read = roleSettings.safeParse(changed);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`${issue?.path.join(".")}: ${issue?.message}`, "change --set");
}

const numberOr = (value: string) => (value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value);
