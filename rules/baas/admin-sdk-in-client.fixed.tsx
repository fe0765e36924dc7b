'use client';

import { useState } from 'react';
import { cancelOrder } from './actions';

export function CancelButton({ orderId }: { orderId: string }) {
  const [done, setDone] = useState(false);
  const cancel = async () => setDone(await cancelOrder(orderId));
  return (
    <button type="button" disabled={done} onClick={cancel}>
      Cancel
    </button>
  );
}
