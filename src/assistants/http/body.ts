import { AssistantError } from "../../core/errors.js";
import { LONGEST } from "../external/transport.js";

/** The text of a response. Stops reading where it grows too long: an answer may have no end. */
export async function bodyOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const bytes of body ?? []) {
    length += bytes.length;
    text += decoder.decode(bytes, { stream: true });
    if (length > LONGEST)
      throw new AssistantError("invalid-output", `the answer is longer than ${LONGEST} bytes`, text.slice(0, LONGEST));
  }
  return text + decoder.decode();
}
