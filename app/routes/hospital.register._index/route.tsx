import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { RegisterPage } from "~/components/register/register-page";
import { respond } from "~/http/respond.server";
import { pageTitle } from "~/i18n/page-title";
import { paths } from "~/paths";
import { presentRegister } from "~/presenters/present-register.server";
import { defaultSearchOf, viewsOfPage } from "~/presenters/saved-views.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("register:pageTitle"));

export const loader = (args: LoaderFunctionArgs) => {
  const search = new URL(args.request.url).searchParams;
  const query = {
    find: search.get("find") || null,
    model: search.get("model") || null,
    zone: search.get("zone") || null,
    state: search.get("state"),
    after: search.get("page"),
  };
  return respond(args, async (caller) => {
    const standard = await defaultSearchOf(caller, "register", search);
    if (standard) throw redirect(`${paths.register()}${standard}`);
    return {
      ...(await presentRegister(caller, query)),
      saved: await viewsOfPage(caller, "register", search),
    };
  });
};

export default function RegisterRoute() {
  return <RegisterPage {...useLoaderData<typeof loader>()} />;
}
