/** One of the engines that are compared. What a request costs to be put into its form is not measured. */
export interface Engine {
  readonly name: string;
  /** Decides a request of the workload that it was made for, by its place from 0. */
  readonly allows: (request: number) => boolean;
}
