import type { PrincipalUser } from '../users/index.ts';

/** A device that shows one-time passwords. Times are milliseconds since 1970. */
export interface VirtualMfaDevice {
  /** Unique in the account without regard to case; keeps the case it was given in, and never changes. */
  readonly name: string;
  /** Whom it is bound to; undefined for nobody. */
  readonly userId: string | undefined;
  /** The user who made it, whose own it is while it is bound to nobody; undefined for the account itself and for who is gone. */
  readonly makerId: string | undefined;
  readonly createdAt: number;
  /** When it was bound; undefined while it is not. */
  readonly activatedAt: number | undefined;
  /** Number of the newest time step whose password was used, and with which no earlier one is taken; 0 when none was. */
  readonly lastStep: number;
}

/** A device with what only a check of its passwords needs. */
export interface SeededDevice extends VirtualMfaDevice {
  readonly sealedSeed: string;
}

/** A device with the user whom it is bound to. */
export interface HeldDevice {
  readonly device: VirtualMfaDevice;
  /** Undefined for a device that is bound to nobody. */
  readonly holder: PrincipalUser | undefined;
}
