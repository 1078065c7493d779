/** Whether this page stands in the browser of an app (WeChat, QQ, DingTalk and the like), which can neither print nor save files. */
export const isInApp = /MicroMessenger|\bQQ\/|Weibo|DingTalk|\bLark\/|Feishu|AliApp|baiduboxapp|NewsArticle|aweme/i.test(navigator.userAgent);
