// The plate of a house, with who manages it under the rule.
import { Plate, splitStreet } from '@zhkh/ui';
import type { ReactNode } from 'react';

export interface PlateHouse {
  city: string;
  street: string;
  number: string;
}

/** `city` without its type word, `number` as it fits a plate. */
export function HousePlate({ house, children, size }: { house: PlateHouse; children?: ReactNode; size?: 'm' | 's' }) {
  const { kind, name } = splitStreet(house.street);
  const place = [house.city, kind].filter(Boolean).join(', ');
  return (
    <Plate place={place} street={name || house.city} number={house.number} size={size}>
      {children}
    </Plate>
  );
}
