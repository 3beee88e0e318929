// Loaded before the program: writes down every module that is loaded after it, imported or required.
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";

registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.MODULES_LOG, `${url}\n`);
    return next(url, context);
  },
});
