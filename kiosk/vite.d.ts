/// <reference types="vite/client" />
// What Vite adds to modules: import.meta.glob and style sheets. Read by the compiler only.
