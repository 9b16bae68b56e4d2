-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "setup_status" AS ENUM ('asked', 'open', 'completed', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "collection_status" AS ENUM ('accrued', 'collecting', 'collected', 'action_required', 'retry_scheduled', 'processing', 'uncollectible', 'void');

-- CreateEnum
CREATE TYPE "inbox_status" AS ENUM ('received', 'processing', 'done', 'ignored', 'failed', 'parked');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('open', 'contacted', 'meeting', 'proposal', 'negotiation', 'won', 'lost', 'dormant');

-- CreateEnum
CREATE TYPE "deal_status" AS ENUM ('reported', 'confirmed', 'contested', 'void', 'amended', 'cancelled');

-- CreateEnum
CREATE TYPE "lead_status" AS ENUM ('submitted', 'accepted', 'rejected', 'returned', 'appealed', 'final', 'withdrawn');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('merchant', 'provider', 'platform');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('merchant_owner', 'merchant_closer', 'provider_owner', 'provider_manager', 'provider_agent', 'platform_finance', 'platform_admin');

-- CreateEnum
CREATE TYPE "earning_status" AS ENUM ('contingent', 'held', 'in_review', 'approved', 'transferring', 'transferred', 'bank_paid', 'bank_failed', 'frozen', 'clawback_due', 'clawed_back', 'debt', 'offset', 'written_off', 'void');

-- CreateEnum
CREATE TYPE "payout_status" AS ENUM ('draft', 'submitted', 'approved', 'executing', 'completed', 'partially_failed', 'cancelled');

-- CreateEnum
CREATE TYPE "transfer_status" AS ENUM ('started', 'succeeded', 'refused');

-- CreateEnum
CREATE TYPE "stripe_call_status" AS ENUM ('pending', 'succeeded', 'refused', 'ambiguous');

-- CreateEnum
CREATE TYPE "program_status" AS ENUM ('draft', 'published', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "terms_status" AS ENUM ('draft', 'active', 'superseded');

-- CreateEnum
CREATE TYPE "fee_model" AS ENUM ('percent', 'fixed', 'tiers_by_value', 'tiers_by_count');

-- CreateEnum
CREATE TYPE "enrolment_status" AS ENUM ('applied', 'invited', 'approved', 'rejected', 'declined', 'suspended', 'ended');

-- CreateEnum
CREATE TYPE "party" AS ENUM ('merchant', 'provider');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('uploaded', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "row_verdict" AS ENUM ('new', 'duplicate', 'invalid');

-- CreateEnum
CREATE TYPE "prospect_status" AS ENUM ('new', 'working', 'qualified', 'handed_over', 'snoozed', 'disqualified', 'invalid', 'do_not_contact');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('active', 'converted', 'released', 'expired');

-- CreateTable
CREATE TABLE "stripe_customer" (
    "merchant_id" TEXT NOT NULL,
    "stripe_customer_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stripe_customer_pkey" PRIMARY KEY ("merchant_id")
);

-- CreateTable
CREATE TABLE "payment_method_setup" (
    "id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "status" "setup_status" NOT NULL DEFAULT 'asked',
    "currency" TEXT NOT NULL,
    "checkout_session_id" TEXT,
    "url" TEXT,
    "consent_version" TEXT NOT NULL,
    "consent_user_id" TEXT NOT NULL,
    "consent_ip" TEXT,
    "consent_user_agent" TEXT,
    "consent_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_setup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_method" (
    "id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "setup_id" TEXT NOT NULL,
    "stripe_payment_method_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "brand" TEXT,
    "last4" TEXT,
    "exp_month" INTEGER,
    "exp_year" INTEGER,
    "fingerprint" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settlement" (
    "id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "deal_id" TEXT NOT NULL,
    "terms_version_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "fee_base_minor" BIGINT NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "platform_minor" BIGINT NOT NULL,
    "provider_minor" BIGINT NOT NULL,
    "take_rate_bp" INTEGER NOT NULL,
    "calculation" JSONB NOT NULL,
    "status" "collection_status" NOT NULL DEFAULT 'accrued',
    "collection_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "status" "collection_status" NOT NULL DEFAULT 'collecting',
    "stripe_payment_intent_id" TEXT,
    "stripe_charge_id" TEXT,
    "decline_code" TEXT,
    "next_attempt_at" TIMESTAMPTZ(3),
    "action_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "collected_at" TIMESTAMPTZ(3),

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_attempt" (
    "id" TEXT NOT NULL,
    "collection_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "payment_method_id" TEXT NOT NULL,
    "on_session" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "decline_code" TEXT,
    "advice_code" TEXT,

    CONSTRAINT "collection_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "endpoint" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "api_version" TEXT,
    "account_id" TEXT,
    "object_id" TEXT,
    "payload" JSONB NOT NULL,
    "status" "inbox_status" NOT NULL DEFAULT 'received',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("endpoint","event_id")
);

-- CreateTable
CREATE TABLE "balance_transaction" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "reporting_category" TEXT NOT NULL,
    "source_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_on" TIMESTAMPTZ(3) NOT NULL,
    "cause" TEXT,

    CONSTRAINT "balance_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_stage" (
    "lead_id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "stage" "stage" NOT NULL,
    "reason" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_stage_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "stage_move" (
    "id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "from" "stage" NOT NULL,
    "to" "stage" NOT NULL,
    "reason" TEXT,
    "user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "status" "deal_status" NOT NULL DEFAULT 'reported',
    "reported_by" TEXT NOT NULL,
    "reporter_id" TEXT,
    "value_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "won_on" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "flags" TEXT[],
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "lead_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "deal_id" TEXT,
    "file_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "mime_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_confirmation" (
    "deal_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_confirmation_pkey" PRIMARY KEY ("deal_id")
);

-- CreateTable
CREATE TABLE "deal_contest" (
    "deal_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_contest_pkey" PRIMARY KEY ("deal_id")
);

-- CreateTable
CREATE TABLE "deal_void" (
    "deal_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deal_void_pkey" PRIMARY KEY ("deal_id")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "organisation_id" TEXT,
    "user_id" TEXT,
    "what" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "audience" TEXT[],
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "enrolment_id" TEXT NOT NULL,
    "terms_version_id" TEXT NOT NULL,
    "prospect_id" TEXT NOT NULL,
    "agent_id" TEXT NOT NULL,
    "status" "lead_status" NOT NULL DEFAULT 'submitted',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "company" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT,
    "source_channel" TEXT NOT NULL,
    "consent_basis" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "answers" JSONB NOT NULL,
    "history" JSONB NOT NULL,
    "score" INTEGER,
    "handed_over_at" TIMESTAMPTZ(3) NOT NULL,
    "review_due_at" TIMESTAMPTZ(3) NOT NULL,
    "return_until" TIMESTAMPTZ(3),
    "appeal_until" TIMESTAMPTZ(3),
    "next_report_at" TIMESTAMPTZ(3),
    "won_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_acceptance" (
    "lead_id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_acceptance_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "lead_rejection" (
    "lead_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_rejection_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "lead_return" (
    "lead_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_return_pkey" PRIMARY KEY ("lead_id")
);

-- CreateTable
CREATE TABLE "lead_appeal" (
    "lead_id" TEXT NOT NULL,
    "against" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_appeal_pkey" PRIMARY KEY ("lead_id","against")
);

-- CreateTable
CREATE TABLE "lead_reveal" (
    "lead_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_reveal_pkey" PRIMARY KEY ("lead_id","user_id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_id" TEXT,
    "currency" TEXT NOT NULL,
    "debit_normal" BOOLEAN NOT NULL,
    "guarded" BOOLEAN NOT NULL,
    "debits_minor" BIGINT NOT NULL DEFAULT 0,
    "credits_minor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transfer" (
    "id" TEXT NOT NULL,
    "debit_account_id" TEXT NOT NULL,
    "credit_account_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "website" TEXT,
    "postal_address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "email_proved_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organisation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organisation_id","user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" TEXT NOT NULL,
    "email_hash" TEXT NOT NULL,
    "ip" TEXT,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_account" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "stripe_account_id" TEXT,
    "country" TEXT NOT NULL,
    "transfers_capability" TEXT,
    "payouts_capability" TEXT,
    "requirements" JSONB NOT NULL DEFAULT '[]',
    "onboarding_url" TEXT,
    "onboarding_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "settlement_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "earning_status" NOT NULL DEFAULT 'contingent',
    "grade" TEXT NOT NULL,
    "hold_days" INTEGER NOT NULL,
    "stripe_charge_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "transferred_at" TIMESTAMPTZ(3),

    CONSTRAINT "earning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning_block" (
    "id" TEXT NOT NULL,
    "earning_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" TEXT,
    "resolution" TEXT,

    CONSTRAINT "earning_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "payout_account_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "status" "payout_status" NOT NULL DEFAULT 'draft',
    "hash" TEXT NOT NULL,
    "maker_id" TEXT NOT NULL,
    "released_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "executed_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "cancelled_reason" TEXT,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_line" (
    "payout_id" TEXT NOT NULL,
    "earning_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_line_pkey" PRIMARY KEY ("payout_id","earning_id")
);

-- CreateTable
CREATE TABLE "payout_approval" (
    "payout_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "payout_approval_pkey" PRIMARY KEY ("payout_id","user_id")
);

-- CreateTable
CREATE TABLE "transfer_attempt" (
    "id" TEXT NOT NULL,
    "earning_id" TEXT NOT NULL,
    "payout_id" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "stripe_account_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "transfer_status" NOT NULL DEFAULT 'started',
    "stripe_transfer_id" TEXT,
    "error_code" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_offset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "clock_offset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_call" (
    "id" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "status" "stripe_call_status" NOT NULL DEFAULT 'pending',
    "stripe_object_id" TEXT,
    "error_code" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "program_status" NOT NULL DEFAULT 'draft',
    "summary" TEXT NOT NULL DEFAULT '',
    "product" TEXT NOT NULL DEFAULT '',
    "icp" JSONB NOT NULL DEFAULT '{}',
    "script" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualification_criterion" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "hint" TEXT NOT NULL DEFAULT '',
    "options" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT true,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "qualification_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_article" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "knowledge_article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_version" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "terms_status" NOT NULL DEFAULT 'draft',
    "currency" TEXT NOT NULL,
    "fee_model" "fee_model" NOT NULL,
    "rate_bp" INTEGER,
    "fixed_minor" BIGINT,
    "tiers" JSONB NOT NULL DEFAULT '[]',
    "tier_period" TEXT,
    "minimum_minor" BIGINT NOT NULL,
    "cap_minor" BIGINT,
    "fee_base" TEXT NOT NULL,
    "deductions" TEXT NOT NULL DEFAULT '',
    "repeat_months" INTEGER NOT NULL,
    "take_rate_bp" INTEGER NOT NULL,
    "review_business_days" INTEGER NOT NULL,
    "return_business_days" INTEGER NOT NULL,
    "answer_days" INTEGER NOT NULL,
    "hold_days_a" INTEGER NOT NULL,
    "hold_days_b" INTEGER NOT NULL,
    "hold_days_c" INTEGER NOT NULL,
    "hold_days_d" INTEGER NOT NULL,
    "protection_days" INTEGER NOT NULL,
    "tail_days" INTEGER NOT NULL,
    "report_every_days" INTEGER NOT NULL,
    "text" TEXT,
    "text_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),

    CONSTRAINT "terms_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "merchant_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "status" "enrolment_status" NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "tail_until" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "enrolment_id" TEXT NOT NULL,
    "terms_version_id" TEXT NOT NULL,
    "party" "party" NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "ip" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("enrolment_id","terms_version_id","party")
);

-- CreateTable
CREATE TABLE "prospect_import" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'uploaded',
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "detected" JSONB NOT NULL DEFAULT '{}',
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "source_channel" TEXT NOT NULL,
    "source_campaign" TEXT NOT NULL DEFAULT '',
    "consent_basis" TEXT NOT NULL,
    "rows_total" INTEGER,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_new" INTEGER NOT NULL DEFAULT 0,
    "rows_duplicate" INTEGER NOT NULL DEFAULT 0,
    "rows_invalid" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "prospect_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prospect_import_row" (
    "import_id" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "verdict" "row_verdict" NOT NULL,
    "reasons" TEXT[],
    "cells" JSONB,
    "prospect_id" TEXT,

    CONSTRAINT "prospect_import_row_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "prospect" (
    "id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "import_id" TEXT,
    "status" "prospect_status" NOT NULL DEFAULT 'new',
    "name" TEXT NOT NULL,
    "company" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "source_channel" TEXT NOT NULL,
    "source_campaign" TEXT NOT NULL DEFAULT '',
    "consent_basis" TEXT NOT NULL,
    "score" INTEGER,
    "due_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "taken_by_id" TEXT,
    "taken_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prospect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prospect_identity" (
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "prospect_id" TEXT NOT NULL,

    CONSTRAINT "prospect_identity_pkey" PRIMARY KEY ("provider_id","program_id","kind","value")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "prospect_id" TEXT NOT NULL,
    "status" "claim_status" NOT NULL DEFAULT 'active',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "touch" (
    "id" TEXT NOT NULL,
    "prospect_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "duration_seconds" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "prospect_id" TEXT NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "touch_id" TEXT,
    "answered_by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("prospect_id","criterion_id")
);

-- CreateTable
CREATE TABLE "do_not_contact" (
    "identity_hash" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "do_not_contact_pkey" PRIMARY KEY ("identity_hash")
);

-- CreateTable
CREATE TABLE "not_available_count" (
    "user_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "not_available_count_pkey" PRIMARY KEY ("user_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "stripe_customer_stripe_customer_id_key" ON "stripe_customer"("stripe_customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_setup_checkout_session_id_key" ON "payment_method_setup"("checkout_session_id");

-- CreateIndex
CREATE INDEX "payment_method_setup_merchant_id_consent_at_idx" ON "payment_method_setup"("merchant_id", "consent_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_setup_id_key" ON "payment_method"("setup_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_method_stripe_payment_method_id_key" ON "payment_method"("stripe_payment_method_id");

-- CreateIndex
CREATE INDEX "payment_method_merchant_id_saved_at_idx" ON "payment_method"("merchant_id", "saved_at");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_deal_id_key" ON "settlement"("deal_id");

-- CreateIndex
CREATE INDEX "settlement_merchant_id_created_at_id_idx" ON "settlement"("merchant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "settlement_status_created_at_id_idx" ON "settlement"("status", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_stripe_payment_intent_id_key" ON "collection"("stripe_payment_intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_stripe_charge_id_key" ON "collection"("stripe_charge_id");

-- CreateIndex
CREATE INDEX "collection_merchant_id_created_at_id_idx" ON "collection"("merchant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "collection_status_next_attempt_at_idx" ON "collection"("status", "next_attempt_at");

-- CreateIndex
CREATE UNIQUE INDEX "collection_attempt_collection_id_n_key" ON "collection_attempt"("collection_id", "n");

-- CreateIndex
CREATE INDEX "stripe_event_status_received_at_idx" ON "stripe_event"("status", "received_at");

-- CreateIndex
CREATE INDEX "stripe_event_object_id_idx" ON "stripe_event"("object_id");

-- CreateIndex
CREATE UNIQUE INDEX "balance_transaction_cause_key" ON "balance_transaction"("cause");

-- CreateIndex
CREATE INDEX "balance_transaction_source_id_idx" ON "balance_transaction"("source_id");

-- CreateIndex
CREATE INDEX "balance_transaction_currency_created_at_idx" ON "balance_transaction"("currency", "created_at");

-- CreateIndex
CREATE INDEX "lead_stage_merchant_id_stage_since_idx" ON "lead_stage"("merchant_id", "stage", "since");

-- CreateIndex
CREATE INDEX "stage_move_lead_id_at_idx" ON "stage_move"("lead_id", "at");

-- CreateIndex
CREATE INDEX "deal_merchant_id_status_reported_at_id_idx" ON "deal"("merchant_id", "status", "reported_at", "id");

-- CreateIndex
CREATE INDEX "deal_provider_id_status_reported_at_id_idx" ON "deal"("provider_id", "status", "reported_at", "id");

-- CreateIndex
CREATE INDEX "deal_status_answer_due_at_idx" ON "deal"("status", "answer_due_at");

-- CreateIndex
CREATE INDEX "deal_program_id_status_idx" ON "deal"("program_id", "status");

-- CreateIndex
CREATE INDEX "deal_lead_id_idx" ON "deal"("lead_id");

-- CreateIndex
CREATE INDEX "evidence_deal_id_idx" ON "evidence"("deal_id");

-- CreateIndex
CREATE INDEX "evidence_lead_id_idx" ON "evidence"("lead_id");

-- CreateIndex
CREATE INDEX "event_xid_seq_idx" ON "event"("xid", "seq");

-- CreateIndex
CREATE INDEX "event_about_seq_idx" ON "event"("about", "seq");

-- CreateIndex
CREATE INDEX "event_organisation_id_seq_idx" ON "event"("organisation_id", "seq");

-- CreateIndex
CREATE INDEX "lead_merchant_id_status_handed_over_at_id_idx" ON "lead"("merchant_id", "status", "handed_over_at", "id");

-- CreateIndex
CREATE INDEX "lead_provider_id_status_handed_over_at_id_idx" ON "lead"("provider_id", "status", "handed_over_at", "id");

-- CreateIndex
CREATE INDEX "lead_merchant_id_status_review_due_at_id_idx" ON "lead"("merchant_id", "status", "review_due_at", "id");

-- CreateIndex
CREATE INDEX "lead_merchant_id_next_report_at_id_idx" ON "lead"("merchant_id", "next_report_at", "id");

-- CreateIndex
CREATE INDEX "lead_merchant_id_email_idx" ON "lead"("merchant_id", "email");

-- CreateIndex
CREATE INDEX "lead_merchant_id_phone_idx" ON "lead"("merchant_id", "phone");

-- CreateIndex
CREATE INDEX "lead_agent_id_handed_over_at_idx" ON "lead"("agent_id", "handed_over_at");

-- CreateIndex
CREATE INDEX "lead_status_review_due_at_idx" ON "lead"("status", "review_due_at");

-- CreateIndex
CREATE INDEX "lead_status_appeal_until_idx" ON "lead"("status", "appeal_until");

-- CreateIndex
CREATE INDEX "lead_appeal_outcome_at_idx" ON "lead_appeal"("outcome", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_name_key" ON "ledger_account"("name");

-- CreateIndex
CREATE INDEX "ledger_account_kind_currency_idx" ON "ledger_account"("kind", "currency");

-- CreateIndex
CREATE INDEX "ledger_account_owner_id_kind_idx" ON "ledger_account"("owner_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transfer_cause_key" ON "ledger_transfer"("cause");

-- CreateIndex
CREATE INDEX "ledger_transfer_debit_account_id_at_idx" ON "ledger_transfer"("debit_account_id", "at");

-- CreateIndex
CREATE INDEX "ledger_transfer_credit_account_id_at_idx" ON "ledger_transfer"("credit_account_id", "at");

-- CreateIndex
CREATE INDEX "ledger_transfer_at_id_idx" ON "ledger_transfer"("at", "id");

-- CreateIndex
CREATE INDEX "organisation_kind_name_idx" ON "organisation"("kind", "name");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_ended_at_idx" ON "session"("user_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_created_at_idx" ON "invitation"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_email_hash_at_idx" ON "sign_in_attempt"("email_hash", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_ip_at_idx" ON "sign_in_attempt"("ip", "at");

-- CreateIndex
CREATE UNIQUE INDEX "payout_account_stripe_account_id_key" ON "payout_account"("stripe_account_id");

-- CreateIndex
CREATE INDEX "payout_account_provider_id_created_at_idx" ON "payout_account"("provider_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "earning_settlement_id_key" ON "earning"("settlement_id");

-- CreateIndex
CREATE INDEX "earning_provider_id_status_created_at_id_idx" ON "earning"("provider_id", "status", "created_at", "id");

-- CreateIndex
CREATE INDEX "earning_status_held_until_idx" ON "earning"("status", "held_until");

-- CreateIndex
CREATE INDEX "earning_block_earning_id_resolved_at_idx" ON "earning_block"("earning_id", "resolved_at");

-- CreateIndex
CREATE INDEX "payout_status_created_at_id_idx" ON "payout"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "payout_provider_id_created_at_id_idx" ON "payout"("provider_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payout_line_earning_id_idx" ON "payout_line"("earning_id");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_attempt_stripe_transfer_id_key" ON "transfer_attempt"("stripe_transfer_id");

-- CreateIndex
CREATE INDEX "transfer_attempt_status_started_at_idx" ON "transfer_attempt"("status", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_attempt_earning_id_n_key" ON "transfer_attempt"("earning_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_call_idempotency_key_key" ON "stripe_call"("idempotency_key");

-- CreateIndex
CREATE INDEX "stripe_call_subject_id_operation_attempt_idx" ON "stripe_call"("subject_id", "operation", "attempt");

-- CreateIndex
CREATE INDEX "stripe_call_status_asked_at_idx" ON "stripe_call"("status", "asked_at");

-- CreateIndex
CREATE INDEX "program_merchant_id_created_at_id_idx" ON "program"("merchant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "program_status_published_at_id_idx" ON "program"("status", "published_at", "id");

-- CreateIndex
CREATE INDEX "qualification_criterion_program_id_position_idx" ON "qualification_criterion"("program_id", "position");

-- CreateIndex
CREATE INDEX "knowledge_article_program_id_position_idx" ON "knowledge_article"("program_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "terms_version_program_id_version_key" ON "terms_version"("program_id", "version");

-- CreateIndex
CREATE INDEX "enrolment_merchant_id_status_applied_at_idx" ON "enrolment"("merchant_id", "status", "applied_at");

-- CreateIndex
CREATE INDEX "enrolment_provider_id_status_applied_at_idx" ON "enrolment"("provider_id", "status", "applied_at");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_program_id_provider_id_key" ON "enrolment"("program_id", "provider_id");

-- CreateIndex
CREATE INDEX "prospect_import_provider_id_created_at_id_idx" ON "prospect_import"("provider_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "prospect_import_row_import_id_verdict_row_idx" ON "prospect_import_row"("import_id", "verdict", "row");

-- CreateIndex
CREATE INDEX "prospect_provider_id_program_id_status_created_at_id_idx" ON "prospect"("provider_id", "program_id", "status", "created_at", "id");

-- CreateIndex
CREATE INDEX "prospect_provider_id_created_at_id_idx" ON "prospect"("provider_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "prospect_identity_prospect_id_idx" ON "prospect_identity"("prospect_id");

-- CreateIndex
CREATE INDEX "prospect_identity_program_id_kind_value_idx" ON "prospect_identity"("program_id", "kind", "value");

-- CreateIndex
CREATE INDEX "claim_provider_id_program_id_status_idx" ON "claim"("provider_id", "program_id", "status");

-- CreateIndex
CREATE INDEX "claim_status_until_idx" ON "claim"("status", "until");

-- CreateIndex
CREATE INDEX "claim_prospect_id_idx" ON "claim"("prospect_id");

-- CreateIndex
CREATE INDEX "touch_prospect_id_at_idx" ON "touch"("prospect_id", "at");

-- CreateIndex
CREATE INDEX "touch_provider_id_user_id_at_idx" ON "touch"("provider_id", "user_id", "at");

-- AddForeignKey
ALTER TABLE "stripe_customer" ADD CONSTRAINT "stripe_customer_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_method_setup" ADD CONSTRAINT "payment_method_setup_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_method" ADD CONSTRAINT "payment_method_setup_id_fkey" FOREIGN KEY ("setup_id") REFERENCES "payment_method_setup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_attempt" ADD CONSTRAINT "collection_attempt_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_stage" ADD CONSTRAINT "lead_stage_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_confirmation" ADD CONSTRAINT "deal_confirmation_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_contest" ADD CONSTRAINT "deal_contest_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_void" ADD CONSTRAINT "deal_void_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_terms_version_id_fkey" FOREIGN KEY ("terms_version_id") REFERENCES "terms_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospect"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_acceptance" ADD CONSTRAINT "lead_acceptance_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_rejection" ADD CONSTRAINT "lead_rejection_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_return" ADD CONSTRAINT "lead_return_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_appeal" ADD CONSTRAINT "lead_appeal_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_reveal" ADD CONSTRAINT "lead_reveal_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_debit_account_id_fkey" FOREIGN KEY ("debit_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_credit_account_id_fkey" FOREIGN KEY ("credit_account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_account" ADD CONSTRAINT "payout_account_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning" ADD CONSTRAINT "earning_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_block" ADD CONSTRAINT "earning_block_earning_id_fkey" FOREIGN KEY ("earning_id") REFERENCES "earning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_line" ADD CONSTRAINT "payout_line_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_line" ADD CONSTRAINT "payout_line_earning_id_fkey" FOREIGN KEY ("earning_id") REFERENCES "earning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_approval" ADD CONSTRAINT "payout_approval_payout_id_fkey" FOREIGN KEY ("payout_id") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_attempt" ADD CONSTRAINT "transfer_attempt_earning_id_fkey" FOREIGN KEY ("earning_id") REFERENCES "earning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification_criterion" ADD CONSTRAINT "qualification_criterion_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_article" ADD CONSTRAINT "knowledge_article_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_version" ADD CONSTRAINT "terms_version_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_terms_version_id_fkey" FOREIGN KEY ("terms_version_id") REFERENCES "terms_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect_import" ADD CONSTRAINT "prospect_import_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect_import" ADD CONSTRAINT "prospect_import_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect_import_row" ADD CONSTRAINT "prospect_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "prospect_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect" ADD CONSTRAINT "prospect_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect" ADD CONSTRAINT "prospect_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect" ADD CONSTRAINT "prospect_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "prospect_import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prospect_identity" ADD CONSTRAINT "prospect_identity_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospect"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospect"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "touch" ADD CONSTRAINT "touch_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospect"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospect"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "qualification_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


