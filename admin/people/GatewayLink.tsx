// The way in by the body's own sign-in, where there is one, and why it did not let somebody in. Called by SignIn.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../api.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { peopleWord } from "../words/words.ts";

const REASONS = [
  "gatewayUnavailable",
  "gatewayNameless",
  "gatewayUnknown",
  "gatewayNoRights",
  "gatewayFailed",
  "gatewayLate",
] as const;

export function GatewayLink() {
  const label = useSignal<string | null>(null);
  const given = new URLSearchParams(location.search).get("refused");
  // Only sentences of our own: what stands in an address is anybody's text.
  const reason = given === null ? null : (REASONS.find((one) => one === given) ?? "gatewayFailed");
  useEffect(() => {
    const read = async () => {
      label.value = (await api.client()).gateway;
    };
    // Without an answer there is still the password.
    read().catch(() => undefined);
  }, []);
  return (
    <>
      <Trouble text={reason === null ? null : peopleWord(`refused.${reason}`)} />
      {label.value !== null && (
        <p class="gateway">
          <a class="button" href="/api/v1/session/oidc">
            {label.value}
          </a>
        </p>
      )}
    </>
  );
}
