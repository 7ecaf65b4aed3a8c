/** What every page needs around it: whose it is, in which language, who is signed in. */
import type { Request, Response } from 'express';
import { type Centre, listCentres } from '../../models/centre.ts';
import { locale as localeShape } from '../../models/shape.ts';
import type { Brand, Frame } from '../../templates/pages/views.ts';
import { callerOf } from '../access.ts';
import type { Context } from '../context.ts';
import { localeOf } from '../locale.ts';

/** The frame of a page. @param centre whose page it is; without one the only centre, or the pool as a whole, speaks */
export async function frameOf(
  request: Request,
  response: Response,
  context: Context,
  centre?: Centre,
): Promise<Frame> {
  const caller = callerOf(response);
  const locale = localeOf(request, caller?.account.locale ?? response.locals.locale);
  return {
    brand: brandOf(centre ?? (await onlyCentre()), context),
    locale,
    otherLanguages: localeShape.options
      .filter((one) => one !== locale)
      .map((one) => ({ locale: one, url: `?lang=${one}` })),
    ...(caller && {
      account: { name: caller.account.name, roles: caller.account.memberships.map(({ role }) => role) },
    }),
  };
}

/** The database may be the very thing that is away: the page that says so needs no centre. */
async function onlyCentre(): Promise<Centre | undefined> {
  const centres = await listCentres().catch(() => []);
  return centres.length === 1 ? centres[0] : undefined;
}

function brandOf(centre: Centre | undefined, { isDemo }: Context): Brand {
  return {
    poolName: centre?.poolName ?? 'Dolmetscherpool',
    unit: centre?.unit ?? '',
    address: centre?.address ?? '',
    phone: centre?.phone ?? '',
    email: centre?.email ?? '',
    ...(isDemo && { notice: 'demo' }),
  };
}
