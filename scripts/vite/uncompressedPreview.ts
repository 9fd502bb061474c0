import type { Plugin } from "vite";

/** `vite preview` compresses every answer anew, which on one machine takes longer than to send it as it is. */
export function uncompressedPreview(): Plugin {
  return {
    name: "uncompressed-preview",
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        delete request.headers["accept-encoding"];
        next();
      });
    },
  };
}
