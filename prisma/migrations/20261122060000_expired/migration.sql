-- DOJ roster: a recognition that has ended is told apart from one that soon will.
ALTER TYPE "ImportVerdict" ADD VALUE 'expired';
