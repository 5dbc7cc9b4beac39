import type { RecordEntity } from "@/lib/documents";

const forms: Record<RecordEntity, (id: string) => string> = {
  Organization: (id) => `/admin/listings/${id}`,
  Chapter: (id) => `/admin/guide/chapter/${id}`,
  Section: (id) => `/admin/guide/section/${id}`,
  Directive: (id) => `/admin/directives/${id}`,
  Provision: (id) => `/admin/directives/provision/${id}`,
  City: () => "/admin/settings",
};

/** Where a record is edited. */
export function formPath(entity: RecordEntity, id: string): string {
  return forms[entity](encodeURIComponent(id));
}

/** Where everything stands that a record ever was. */
export function historyPath(entity: RecordEntity, id: string): string {
  return `/admin/history/${entity}/${encodeURIComponent(id)}`;
}
