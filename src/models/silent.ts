import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";

/** A model that never answers: a run is played again on recorded replies alone, and asks for none that is not recorded. */
export function silentModel(name: string, settings: Settings): Model {
  return {
    ...{ name, settings, server: null },
    complete: () => Promise.reject(new ProviderError("not-recorded", "no reply to this question was recorded")),
  };
}
