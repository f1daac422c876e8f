/** What a list is asked for. `page` counts from 1; `size` is 1 to 100. */
export interface PageQuery {
  page: number;
  size: number;
}

/** One page of a list. `total` is exact unless `totalIsCapped`, when there are at least `total` rows. */
export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
  totalIsCapped: boolean;
}
