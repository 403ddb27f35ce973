import { ICON_SHAPES, type IconName } from "./icon-shapes";

export type { IconName } from "./icon-shapes";

type IconProps = {
  name: IconName;
  size?: 16 | 20 /** Without one the icon is decoration beside words. */;
  label?: string;
};

export function Icon({ name, size = 16, label }: IconProps) {
  const shape = ICON_SHAPES[name];
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    // How an icon is drawn says `.icon`: a page has hundreds, and each attribute would be written for every one.
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or decoration
    <svg {...naming} className="icon" width={size} height={size} viewBox="0 0 20 20">
      {label ? <title>{label}</title> : null}
      {shape}
    </svg>
  );
}
