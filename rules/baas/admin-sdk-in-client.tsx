'use client';
// ruleid: baas/admin-sdk-in-client
import { PrismaClient } from '@prisma/client';
// ruleid: baas/admin-sdk-in-client
import Stripe from 'stripe';
// ruleid: baas/admin-sdk-in-client
import { getAuth } from 'firebase-admin/auth';
// ok: baas/admin-sdk-in-client
import type { User } from '@prisma/client';
// ok: baas/admin-sdk-in-client
import { loadStripe } from '@stripe/stripe-js';
// ok: baas/admin-sdk-in-client
import { useState } from 'react';
