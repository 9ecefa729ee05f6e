/** Where every process hears of every change. */
export const changeChannel = 'review_changes';
