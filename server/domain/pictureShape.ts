// The shapes of pictures for virtual boards, in pixels. Used by the template that draws them, http and the desk.
export const PICTURE_SHAPES = { landscape: [1200, 630], square: [1080, 1080], story: [1080, 1920] } as const;
export type PictureShape = keyof typeof PICTURE_SHAPES;
export const pictureShapes = Object.keys(PICTURE_SHAPES) as PictureShape[];
