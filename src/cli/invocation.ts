/** How the reader calls this program: npm and npx put it on no path of the shell that they were called from. */
export const invocation = () => (process.env.npm_execpath === undefined ? "dramatis" : "npx dramatis");
