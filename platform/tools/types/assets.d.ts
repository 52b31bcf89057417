// What Vite lets code import besides TypeScript: styles, fonts, pictures, `?url`.
/// <reference types="vite/client" />
