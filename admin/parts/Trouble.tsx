// What went wrong, with cause and remedy, read out at once. The place stands before the text comes, so that it is announced.
export function Trouble({ text }: { readonly text: string | null }) {
  return <div role="alert">{text !== null && <p class="trouble">{text}</p>}</div>;
}
