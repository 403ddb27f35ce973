import type { ReactElement, ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  I18nProvider,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { type ButtonLook, buttonClass } from "./button";
import { Icon } from "./icon";

type DialogProps = {
  title: ReactNode;
  /** A `DialogButton`. Left out where `isOpen` and `onOpenChange` are in other hands. */
  trigger?: ReactElement;
  children: ReactNode | ((close: () => void) => ReactNode);
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  size?: "regular" | "wide";
  /** A question that must be answered: a click beside it does not close it. */
  alert?: boolean;
};

/** For a step that interrupts on purpose. Needs JavaScript: nothing may be reachable only here. */
export function Dialog({
  title,
  trigger,
  children,
  isOpen,
  onOpenChange,
  size = "regular",
  alert = false,
}: DialogProps) {
  const { t } = useTranslation("components");
  const language = useLanguage();
  const overlay = (
    <ModalOverlay
      className="dialog-overlay"
      isDismissable={!alert}
      {...(trigger ? {} : { isOpen, onOpenChange })}
    >
      <Modal className={`dialog-frame dialog-${size}`}>
        <AriaDialog role={alert ? "alertdialog" : "dialog"} className="dialog">
          {({ close }) => (
            <>
              <div className="dialog-header">
                <Heading slot="title" className="section-title">
                  {title}
                </Heading>
                <AriaButton
                  onPress={close}
                  aria-label={t("close")}
                  className={buttonClass({ variant: "quiet" }, "button-icon-only")}
                >
                  <Icon name="cross" />
                </AriaButton>
              </div>
              <div className="dialog-body">{typeof children === "function" ? children(close) : children}</div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  return (
    // The server does not know the browser's language; both are told the page's.
    <I18nProvider locale={language}>
      {trigger ? (
        <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
          {trigger}
          {overlay}
        </DialogTrigger>
      ) : (
        overlay
      )}
    </I18nProvider>
  );
}

type DialogButtonProps = ButtonLook &
  Omit<AriaButtonProps, "children" | "className"> & { children: ReactNode };

/** The button that opens a `Dialog`. */
export function DialogButton({ variant, size, icon, children, ...button }: DialogButtonProps) {
  return (
    <AriaButton {...button} className={buttonClass({ variant, size })}>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </AriaButton>
  );
}
