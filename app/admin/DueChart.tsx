import { useLocale, useTranslations } from "next-intl";
import { Table } from "@/components/staff/Table";
import type { Due } from "@/data/dashboard";
import { regional } from "@/lib/locales";

const [barWidth, height, room] = [40, 120, 16];
/** A few bars alone would be drawn as wide as the page. */
const fewest = 8;

/** When confirmations fall due: bars, and the same in a table beside them. Where all are overdue there is nothing to compare. */
export function DueChart({ overdue, weeks }: { overdue: Due; weeks: (Due & { from: string })[] }) {
  const [t, locale] = [useTranslations("Staff.Dashboard"), useLocale()];
  const day = new Intl.DateTimeFormat(regional(locale), { month: "short", day: "numeric", timeZone: "UTC" });
  const bars = [{ from: null, ...overdue }, ...weeks];
  const width = Math.max(fewest, bars.length) * barWidth;
  const most = Math.max(1, ...bars.map(({ phones, rest }) => phones + rest));
  const scaled = (count: number) => (count / most) * height;
  return (
    <div className="due">
      {weeks.length > 0 && (
        <figure>
          <svg role="img" aria-label={t("chart", { count: overdue.phones + overdue.rest })} viewBox={`0 0 ${width} ${height + room + 4}`}>
            {bars.map(({ phones, rest }, index) => {
              const [x, top] = [index * barWidth + 6, height + room - scaled(phones + rest)];
              return (
                <g key={index}>
                  <rect className="bar-rest" x={x} y={top} width={barWidth - 12} height={scaled(rest)} />
                  <rect className="bar-phones" x={x} y={top + scaled(rest)} width={barWidth - 12} height={scaled(phones)} />
                  {phones + rest > 0 && (
                    <text x={x + barWidth / 2 - 6} y={top - 4} textAnchor="middle">
                      {phones + rest}
                    </text>
                  )}
                </g>
              );
            })}
            <line x1="0" x2={width} y1={height + room} y2={height + room} />
          </svg>
          <figcaption className="row">
            <span className="key-phones">{t("phones")}</span>
            <span className="key-rest">{t("rest")}</span>
          </figcaption>
        </figure>
      )}
      <Table caption={t("due")} cards={false}>
        <thead>
          <tr>
            <th scope="col">{t("week")}</th>
            <th scope="col">{t("phones")}</th>
            <th scope="col">{t("rest")}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ from, phones, rest }) => (
            <tr key={from}>
              <th scope="row">{from ? day.format(new Date(from)) : t("overdue")}</th>
              <td>{phones}</td>
              <td>{rest}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
