-- Misspelled words (pg_trgm) and accents (unaccent). unaccent() is only STABLE because its dictionary could
-- change; ours does not, and indexes need IMMUTABLE.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT lower(public.unaccent('public.unaccent', $1)) $$;

-- CreateEnum
CREATE TYPE "TranslatedEntity" AS ENUM ('City', 'Chapter', 'Section', 'Directive', 'Provision', 'Organization', 'Service', 'Conflict', 'TaxonomyTerm');

-- CreateEnum
CREATE TYPE "TextReviewKind" AS ENUM ('counsel', 'reader');

-- CreateEnum
CREATE TYPE "CitedEntity" AS ENUM ('Chapter', 'Section', 'Directive', 'Provision', 'Organization');

-- CreateEnum
CREATE TYPE "DirectiveStatus" AS ENUM ('inForce', 'superseded', 'madeLaw');

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('provider', 'hotline');

-- CreateTable
CREATE TABLE "City" (
    "key" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "exitUrl" TEXT NOT NULL,
    "otherLanguagesUrl" TEXT NOT NULL,
    "otherLanguages" JSONB NOT NULL,
    "links" JSONB NOT NULL,

    CONSTRAINT "City_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Translation" (
    "id" TEXT NOT NULL,
    "entity" "TranslatedEntity" NOT NULL,
    "entityId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT,
    "text" JSONB NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextReview" (
    "id" TEXT NOT NULL,
    "entity" "TranslatedEntity" NOT NULL,
    "entityId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "kind" "TextReviewKind" NOT NULL,
    "textHash" TEXT NOT NULL,
    "reviewedOn" DATE NOT NULL,

    CONSTRAINT "TextReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "kind" TEXT NOT NULL,
    "publishedOn" TEXT,
    "readOn" TEXT,
    "dateNote" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" TEXT NOT NULL,
    "entity" "CitedEntity" NOT NULL,
    "entityId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "sourceKey" TEXT NOT NULL,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guide" (
    "key" TEXT NOT NULL,

    CONSTRAINT "Guide_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Chapter" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "guideKey" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "pictogram" TEXT,
    "lastReviewedOn" DATE NOT NULL,

    CONSTRAINT "Chapter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "chapterId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "pictogram" TEXT,
    "lastReviewedOn" DATE NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Directive" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "issuedOn" TEXT,
    "status" "DirectiveStatus" NOT NULL,
    "madeLawById" TEXT,

    CONSTRAINT "Directive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Provision" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "directiveId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "group" TEXT,
    "quotation" TEXT,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "OrganizationKind" NOT NULL DEFAULT 'provider',
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "alternateName" TEXT,
    "email" TEXT,
    "website" TEXT,
    "grade" TEXT NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Location" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceAtLocation" (
    "serviceId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,

    CONSTRAINT "ServiceAtLocation_pkey" PRIMARY KEY ("serviceId","locationId")
);

-- CreateTable
CREATE TABLE "Address" (
    "id" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,
    "address1" TEXT NOT NULL,
    "address2" TEXT,
    "city" TEXT NOT NULL,
    "stateProvince" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'US',
    "addressType" TEXT NOT NULL DEFAULT 'physical',

    CONSTRAINT "Address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phone" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT NOT NULL,
    "extension" TEXT,
    "type" TEXT NOT NULL DEFAULT 'voice',

    CONSTRAINT "Phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "byday" TEXT NOT NULL,
    "opensAt" TEXT NOT NULL,
    "closesAt" TEXT NOT NULL,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Language" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "Language_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CostOption" (
    "id" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "option" TEXT NOT NULL,

    CONSTRAINT "CostOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Taxonomy" (
    "key" TEXT NOT NULL,

    CONSTRAINT "Taxonomy_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TaxonomyTerm" (
    "id" TEXT NOT NULL,
    "taxonomyKey" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TaxonomyTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attribute" (
    "serviceId" TEXT NOT NULL,
    "taxonomyTermId" TEXT NOT NULL,

    CONSTRAINT "Attribute_pkey" PRIMARY KEY ("serviceId","taxonomyTermId")
);

-- CreateTable
CREATE TABLE "Recognition" (
    "organizationId" TEXT NOT NULL,
    "recognizedOn" DATE NOT NULL,
    "expiresOn" DATE NOT NULL,
    "renewalPending" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "Recognition_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "Conflict" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "field" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "Conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "verifiedOn" DATE NOT NULL,
    "validUntil" DATE NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostalCode" (
    "code" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "PostalCode_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "names" tsvector,
    "vector" tsvector,
    "needs" TEXT[],
    "languages" TEXT[],
    "free" BOOLEAN,
    "recognizedUntil" DATE,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "Translation_entity_entityId_locale_key" ON "Translation"("entity", "entityId", "locale");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_entity_locale_slug_key" ON "Translation"("entity", "locale", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "TextReview_entity_entityId_locale_kind_key" ON "TextReview"("entity", "entityId", "locale", "kind");

-- CreateIndex
CREATE INDEX "Citation_sourceKey_idx" ON "Citation"("sourceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_entity_entityId_field_sourceKey_key" ON "Citation"("entity", "entityId", "field", "sourceKey");

-- CreateIndex
CREATE UNIQUE INDEX "Chapter_key_key" ON "Chapter"("key");

-- CreateIndex
CREATE INDEX "Chapter_guideKey_position_idx" ON "Chapter"("guideKey", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Section_chapterId_key_key" ON "Section"("chapterId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Directive_key_key" ON "Directive"("key");

-- CreateIndex
CREATE INDEX "Directive_madeLawById_idx" ON "Directive"("madeLawById");

-- CreateIndex
CREATE UNIQUE INDEX "Provision_directiveId_key_key" ON "Provision"("directiveId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE INDEX "Organization_kind_position_idx" ON "Organization"("kind", "position");

-- CreateIndex
CREATE INDEX "Service_organizationId_idx" ON "Service"("organizationId");

-- CreateIndex
CREATE INDEX "Location_organizationId_idx" ON "Location"("organizationId");

-- CreateIndex
CREATE INDEX "ServiceAtLocation_locationId_idx" ON "ServiceAtLocation"("locationId");

-- CreateIndex
CREATE UNIQUE INDEX "Address_locationId_key" ON "Address"("locationId");

-- CreateIndex
CREATE INDEX "Phone_organizationId_idx" ON "Phone"("organizationId");

-- CreateIndex
CREATE INDEX "Schedule_organizationId_idx" ON "Schedule"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Language_organizationId_code_key" ON "Language"("organizationId", "code");

-- CreateIndex
CREATE INDEX "CostOption_serviceId_idx" ON "CostOption"("serviceId");

-- CreateIndex
CREATE UNIQUE INDEX "TaxonomyTerm_taxonomyKey_code_key" ON "TaxonomyTerm"("taxonomyKey", "code");

-- CreateIndex
CREATE INDEX "Attribute_taxonomyTermId_idx" ON "Attribute"("taxonomyTermId");

-- CreateIndex
CREATE INDEX "Conflict_organizationId_idx" ON "Conflict"("organizationId");

-- CreateIndex
CREATE INDEX "Verification_organizationId_verifiedOn_idx" ON "Verification"("organizationId", "verifiedOn");

-- CreateIndex
CREATE INDEX "SearchDocument_vector_idx" ON "SearchDocument" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "SearchDocument_name_idx" ON "SearchDocument"("name");

-- CreateIndex
CREATE INDEX "SearchDocument_needs_idx" ON "SearchDocument" USING GIN ("needs");

-- CreateIndex
CREATE INDEX "SearchDocument_languages_idx" ON "SearchDocument" USING GIN ("languages");

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceKey_fkey" FOREIGN KEY ("sourceKey") REFERENCES "Source"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chapter" ADD CONSTRAINT "Chapter_guideKey_fkey" FOREIGN KEY ("guideKey") REFERENCES "Guide"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_chapterId_fkey" FOREIGN KEY ("chapterId") REFERENCES "Chapter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Directive" ADD CONSTRAINT "Directive_madeLawById_fkey" FOREIGN KEY ("madeLawById") REFERENCES "Directive"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceAtLocation" ADD CONSTRAINT "ServiceAtLocation_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceAtLocation" ADD CONSTRAINT "ServiceAtLocation_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Address" ADD CONSTRAINT "Address_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phone" ADD CONSTRAINT "Phone_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Language" ADD CONSTRAINT "Language_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CostOption" ADD CONSTRAINT "CostOption_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaxonomyTerm" ADD CONSTRAINT "TaxonomyTerm_taxonomyKey_fkey" FOREIGN KEY ("taxonomyKey") REFERENCES "Taxonomy"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribute" ADD CONSTRAINT "Attribute_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attribute" ADD CONSTRAINT "Attribute_taxonomyTermId_fkey" FOREIGN KEY ("taxonomyTermId") REFERENCES "TaxonomyTerm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recognition" ADD CONSTRAINT "Recognition_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchDocument" ADD CONSTRAINT "SearchDocument_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
