// An amount or a band with what it means: period, gross or net, currency. For wages and for allowances. Called by PayBlock and CourseBlock.
import type { Pay } from "../../../server/domain/content.ts";
import { PAY_PERIODS } from "../../../server/domain/vocabulary.ts";
import { currencyName } from "../../words/formats.ts";
import { label, word } from "../../words/words.ts";
import { SegmentField } from "../fields/SegmentField.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import { BLANK_PAY } from "./blanks.ts";
import { RangeFields } from "./RangeFields.tsx";

const CURRENCIES = ["EUR", "CHF", "GBP", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "ISK"];
const GROSS = ["gross", "net"] as const;

interface Props {
  readonly path: string;
  readonly value: Pay | null;
  readonly allowance: boolean;
  readonly onPay: (pay: Pay | null) => void;
}

export function PayFields({ path, value, allowance, onPay }: Props) {
  const pay = value ?? { ...BLANK_PAY, allowance };
  const set = (change: Partial<Pay>) => value !== null && onPay({ ...value, ...change });
  return (
    <>
      <RangeFields
        path={path}
        names={["payMin", "payMax"]}
        span={3}
        value={value}
        onRange={(range) => onPay(range === null ? null : { ...pay, ...range })}
      />
      {value !== null && (
        <>
          <SelectField
            path={`${path}.period`}
            name="payPeriod"
            span={3}
            options={PAY_PERIODS}
            text={(one) => label("payPeriod", one)}
            value={pay.period}
            onPick={(period) => set({ period })}
            onNone={() => set({ period: null })}
          />
          <SelectField
            path={`${path}.gross`}
            name="payGross"
            span={3}
            options={GROSS}
            text={(one) => word(`form.${one}`)}
            value={pay.gross === null ? null : pay.gross ? "gross" : "net"}
            onPick={(one) => set({ gross: one === "gross" })}
            onNone={() => set({ gross: null })}
          />
          <SelectField
            path={`${path}.currency`}
            name="payCurrency"
            span={4}
            options={CURRENCIES}
            text={currencyName}
            value={pay.currency}
            onPick={(currency) => set({ currency })}
          />
          <SegmentField
            path={`${path}.note.text`}
            name="payNote"
            help
            span={8}
            value={pay.note}
            onSegment={(note) => set({ note })}
          />
        </>
      )}
    </>
  );
}
