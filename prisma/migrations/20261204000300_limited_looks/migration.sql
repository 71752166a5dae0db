-- HR looks at what the company shows to HR alone.
ALTER TYPE "AuditMatter" ADD VALUE 'LIMITED';
