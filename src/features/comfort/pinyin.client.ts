export const showPinyin = async (): Promise<void> => undefined;
export const hidePinyin = (): void => undefined;
