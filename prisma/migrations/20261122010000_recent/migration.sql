-- CreateIndex
CREATE INDEX "Revision_origin_decidedAt_idx" ON "Revision"("origin", "decidedAt");
