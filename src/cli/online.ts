export const userMaker: any = null;
export const userModelOf: any = null;
export const makeAssistant: any = null;
