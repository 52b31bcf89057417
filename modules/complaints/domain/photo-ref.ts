// An uploaded photo as a command is told of it: the file's id and its size in pixels.
export interface PhotoRef {
  fileId: string;
  width: number | null;
  height: number | null;
}

export const photoRef = (file: { id: string; width: number | null; height: number | null }): PhotoRef => ({
  fileId: file.id,
  width: file.width,
  height: file.height,
});
