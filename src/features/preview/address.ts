/** Address below the base of the picture that link previews show of a page: /cases/xiadang/ has /og/cases/xiadang.png. */
export const pictureOf = (path: string): string => `/og${path === '/' ? '/index' : path.replace(/\/$/, '')}.png`;

/** Size in which WeChat, QQ, Weibo and the rest expect the picture. */
export const pictureSize = { width: 1200, height: 630 };

/** Whether the build draws pictures; tests that build copies of the site say OG=off. */
export const drawsPictures = (): boolean => process.env.OG !== 'off';
