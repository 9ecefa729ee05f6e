/** Icons that no frame of a screen needs; they come with the statuses, and are drawn like the others. */
export const partIcons = {
  exempt:
    '<path d="M10 2.5 16.5 5v4.5c0 4-2.6 6.6-6.5 8-3.9-1.4-6.5-4-6.5-8V5z"/><path d="m7 9.75 2.1 2.1L13 7.5"/>',
  agrees: '<path d="M5 7.75h10M5 12.25h10"/>',
  overridden:
    '<circle cx="8" cy="6.25" r="3"/><path d="M2.75 16.5c.4-3.1 2.4-4.75 5.25-4.75 1 0 1.9.2 2.65.6"/><path d="m11.75 17 .4-2.1 4-4 1.7 1.7-4 4z"/>',
  archive:
    '<rect x="2.75" y="3.5" width="14.5" height="3.75" rx="1"/><path d="M4 7.25v8c0 .7.5 1.25 1.25 1.25h9.5c.7 0 1.25-.5 1.25-1.25v-8M8 10.5h4"/>',
  delete:
    '<path d="M3.5 5.5h13M8 5.25V3.5h4v1.75M5 5.5l.7 10.1c0 .7.6 1.15 1.25 1.15h6.1c.7 0 1.2-.5 1.25-1.15L15 5.5M8.5 9v4.5m3-4.5v4.5"/>',
  filter: '<path d="M3 5.5h14M5.5 10h9M8 14.5h4"/>',
  unfold: '<path d="m4.75 7.75 5.25 5.25 5.25-5.25"/>',
  dismiss: '<path d="m5 5 10 10m0-10L5 15"/>',
  keys: '<rect x="1.75" y="5" width="16.5" height="10.5" rx="1.5"/><path d="M4.75 8.25h.01m3 0h.01m3 0h.01m3 0h.01M4.75 12.25h.01m10.49 0h.01M7.5 12.25h5"/>',
  contrast: '<circle cx="10" cy="10" r="7.25"/><path class="f" d="M10 2.75a7.25 7.25 0 0 1 0 14.5z"/>',
  pause: '<path d="M6.75 4v12m6.5-12v12"/>',
  place:
    '<path d="M10 17.5c3.5-3.6 5.25-6.4 5.25-8.9a5.25 5.25 0 0 0-10.5 0c0 2.5 1.75 5.3 5.25 8.9z"/><circle cx="10" cy="8.5" r="1.75"/>',
} as const;

export type PartIconName = keyof typeof partIcons;
