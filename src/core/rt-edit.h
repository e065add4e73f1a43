/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Rotunda authors */
#pragma once

#include "rt-plan.h"

G_BEGIN_DECLS

/*
 * The edits people make, each as one labelled change against @plan as it is now; NULL with an error
 * in words when it cannot be done (a full table, a round that is over). Asking is the same code as
 * doing: a greyed menu item or a drop bubble is one of these that is not applied.
 */

/*
 * People at tables. @chair RT_ANY_CHAIR takes the first empty guest chair (the host's own chair for
 * who leads the table); a chair that is taken is a swap, or unseats its person when @person had no
 * seat.
 */
RtChange *rt_edit_move_person   (RtPlan *plan, RtId round, RtId person, RtId table, int chair,
                                 GError **error);
RtChange *rt_edit_swap_people   (RtPlan *plan, RtId round, RtId a, RtId b, GError **error);
RtChange *rt_edit_unseat        (RtPlan *plan, RtId round, RtId person, GError **error);
RtChange *rt_edit_clear_round   (RtPlan *plan, RtId round, GError **error);
/* Table NULL unpins */
RtChange *rt_edit_pin           (RtPlan *plan, RtId round, RtId person, RtId table, GError **error);
/* One seating per round of the plan, NULL where it stays as it is (the solver's result). */
RtChange *rt_edit_set_seatings  (RtPlan *plan, const char *label, RtSeating * const *seatings,
                                 GError **error);

/* Several people as one step, in one round or (@round NULL) in every one that is not over. */
RtChange *rt_edit_move_people   (RtPlan *plan, RtId round, const RtId *people, guint n, RtId table,
                                 GError **error);
RtChange *rt_edit_unseat_people (RtPlan *plan, RtId round, const RtId *people, guint n,
                                 GError **error);
/* Where they sit, or no longer. */
RtChange *rt_edit_pin_people    (RtPlan *plan, RtId round, const RtId *people, guint n,
                                 gboolean pin, GError **error);
RtChange *rt_edit_swap_everywhere (RtPlan *plan, RtId a, RtId b, GError **error);
/* To the tables where they sit in another round. */
RtChange *rt_edit_copy_places   (RtPlan *plan, RtId from, RtId to, const RtId *people, guint n,
                                 GError **error);

/*
 * Records: a changed copy takes the place of the one with its id; singletons that of the only one.
 */
RtChange *rt_edit_replace       (RtPlan *plan, const char *label, RtPart part, gconstpointer record,
                                 GError **error);
RtChange *rt_edit_replace_many  (RtPlan *plan, const char *label, RtPart part,
                                 gpointer const *records, guint n, GError **error);
/* At the end */
RtChange *rt_edit_add           (RtPlan *plan, const char *label, RtPart part,
                                 gpointer const *records, guint n, GError **error);
RtChange *rt_edit_reorder       (RtPlan *plan, const char *label, RtPart part, RtId id, guint to,
                                 GError **error);
/*
 * Takes records out and every reference to them with them: chairs fall empty, rules about them go.
 * @label NULL: a label is made ("Remove 3 People").
 */
RtChange *rt_edit_remove        (RtPlan *plan, const char *label, RtPart part, const RtId *ids,
                                 guint n, GError **error);

/* Everything of @other takes the place of everything of @plan; unknown members of the file stay. */
RtChange *rt_edit_become        (RtPlan *plan, const char *label, RtPlan *other);

/* Tables. @person NULL: nobody leads. Who hosted another table no longer does. */
RtChange *rt_edit_set_host      (RtPlan *plan, RtId table, RtId person, GError **error);
/* In one round only. Who hosts another table in it changes tables with the host before. */
RtChange *rt_edit_set_round_host (RtPlan *plan, RtId round, RtId table, RtId person,
                                  GError **error);
/* The same for who helps the host, and hosts no table. */
RtChange *rt_edit_set_round_co_host (RtPlan *plan, RtId round, RtId table, RtId person,
                                     GError **error);
RtChange *rt_edit_number_table  (RtPlan *plan, RtId table, int number, GError **error);
/* Numbered on, placed on the floor if there is a room */
RtChange *rt_edit_add_tables    (RtPlan *plan, guint n, int places, GError **error);
/* The same, of a shape, with as even shares of @people as can be, larger ones first */
RtChange *rt_edit_add_tables_for (RtPlan *plan, guint n, guint people, RtShape shape,
                                  GError **error);
/* For each host who has none */
RtChange *rt_edit_add_table_per_host (RtPlan *plan, GError **error);
RtChange *rt_edit_place_tables  (RtPlan *plan, const char *label, const RtId *tables, const int *xy,
                                 guint n, GError **error);
/* All tables elsewhere: "scattered", "grid", "ring", "u", "rows", "boardroom". Every seat stays. */
RtChange *rt_edit_lay_out       (RtPlan *plan, const char *layout, GError **error);
void      rt_edit_get_table_size (const RtTable *table, int *width, int *depth);
void      rt_edit_get_object_size (const RtRoomObject *object, int *width, int *depth);
/*
 * The room and the things in it, which have no ids: @index is into the room's objects. What tables
 * and things have in common is in rt-edit-furniture.h.
 */
RtChange *rt_edit_add_object    (RtPlan *plan, RtObjectKind kind, GError **error);
RtChange *rt_edit_change_object (RtPlan *plan, const char *label, guint index,
                                 const RtRoomObject *object, GError **error);
/* The picture under the tables; NULL: none */
RtChange *rt_edit_set_background (RtPlan *plan, const RtBackground *background, GError **error);
RtChange *rt_edit_resize_room   (RtPlan *plan, int width, int height, GError **error);

/* Rounds. One that is over stays as it was. */
RtChange *rt_edit_set_over      (RtPlan *plan, RtId round, gboolean over, GError **error);
/* Like the last one, empty */
RtChange *rt_edit_add_round     (RtPlan *plan, GError **error);

/* The agenda. Rounds stand in the order in which it names them; a new session stands at the end. */
RtChange *rt_edit_add_session   (RtPlan *plan, RtSessionKind kind, GError **error);
RtChange *rt_edit_change_session (RtPlan *plan, const RtAgendaItem *item, GError **error);
/* With its rounds; so is it removed. */
RtChange *rt_edit_move_session  (RtPlan *plan, RtId session, guint to, GError **error);
/* One line: -1 up, 1 down; between rounds it divides their session. */
RtChange *rt_edit_step_session  (RtPlan *plan, RtId session, int step, GError **error);
/* To the place of a round */
RtChange *rt_edit_place_session (RtPlan *plan, RtId session, RtId round, GError **error);
RtChange *rt_edit_remove_session (RtPlan *plan, RtId session, GError **error);
RtChange *rt_edit_add_round_to  (RtPlan *plan, RtId session, GError **error);
RtChange *rt_edit_change_round  (RtPlan *plan, const RtRound *round, GError **error);
/* -1 up, 1 down */
RtChange *rt_edit_move_round    (RtPlan *plan, RtId round, int step, GError **error);
RtChange *rt_edit_place_round   (RtPlan *plan, RtId round, RtId session, RtId before,
                                 GError **error);
RtChange *rt_edit_set_start     (RtPlan *plan, const char *start, GError **error);

/* Themes. A new one stands at the end. */
RtChange *rt_edit_add_theme     (RtPlan *plan, GError **error);
RtChange *rt_edit_change_theme  (RtPlan *plan, const RtTheme *theme, GError **error);
RtChange *rt_edit_move_theme    (RtPlan *plan, RtId theme, guint to, GError **error);

/* Somebody leaves: another takes their place everywhere. Rounds that are over stay. */
RtChange *rt_edit_replace_person (RtPlan *plan, RtId from, RtId to, GError **error);
/* Two entries turn out to be one person: @gone goes, and what was theirs is that of @keep. */
RtChange *rt_edit_merge_people  (RtPlan *plan, RtId keep, RtId gone, GError **error);
/* What falls to them, a line each */
char     *rt_edit_dup_duties    (RtPlan *plan, RtId person);

/* Rules: labels say the rule as a sentence. A new one stands at the end. */
RtChange *rt_edit_add_rule      (RtPlan *plan, const RtRule *rule, GError **error);
RtChange *rt_edit_change_rule   (RtPlan *plan, const RtRule *rule, GError **error);
RtChange *rt_edit_set_strength  (RtPlan *plan, RtId rule, RtStrength strength, GError **error);
RtChange *rt_edit_move_rule     (RtPlan *plan, RtId rule, guint to, GError **error);
RtChange *rt_edit_remove_rule   (RtPlan *plan, RtId rule, GError **error);

/*
 * Scatters the tables over the room (made when there is none) so that @n tables do not touch: used
 * when tables are first made. cm; writes x and y pairs.
 */
void      rt_edit_scatter       (int width, int height, guint n, int *xy);

G_END_DECLS
