import { NavLink } from "@remix-run/react";

type NavTabsProps = {
  label: string;
  tabs: ReadonlyArray<{
    to: string;
    label: string;
    count?: number /** Active only at exactly this address. */;
    end?: boolean;
  }>;
};

/** Views of one thing, each with its own address. */
export function NavTabs({ label, tabs }: NavTabsProps) {
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end} prefetch="intent" className="tab">
              {tab.label}
              {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
