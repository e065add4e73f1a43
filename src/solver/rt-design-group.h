/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include <stdint.h>

/*
 * Small algebra for the constructions. An element is a number from 0 to order - 1, and 0 is zero.
 */

/* The abelian group Z_a x Z_b x ...: a number is read digit by digit, the first part being the
 * lowest. */
#define RT_GROUP_PARTS 16

typedef struct {
  int order;
  int n_parts;
  int parts[RT_GROUP_PARTS];
} RtGroup;

RtGroup  rt_group_cyclic  (int order);
RtGroup  rt_group_pair    (int a, int b);
int      rt_group_sum     (const RtGroup *self, int a, int b);
int      rt_group_less    (const RtGroup *self, int a, int b);

/* The field with q elements, which exists where q is a power of a prime. */
#define RT_FIELD_MOST 256

typedef struct {
  RtGroup  plus;
  uint16_t power[RT_FIELD_MOST]; /* of an element whose powers are all the others but 0 */
  uint16_t log[RT_FIELD_MOST];
} RtField;

RtField *rt_field_new     (int q);
int      rt_field_product (const RtField *self, int a, int b);
