"""Finds an organisation by any of its names, in any script, misspelt, half typed or by number.

`query.find` asks, `index.update` and `index.bulk_update` write, `index.refresh` counts. In between:

question     what was typed, folded and cut to size
visibility   which organisations the answer may know of; applied before anything is ranked, cut or counted
vocabulary   which words of the register the typed ones may stand for
candidates   names worth a close look, by the rarest of these words, within a budget of rows read
likeness     how alike two words are
ranking      the close look: best name of each organisation, and how it was found
schema       trigram indexes on PostgreSQL

Nothing depends on how often hidden organisations use a word: frequencies count listed names only, and
a word that is in no name in scope is not known. So a register with hidden organisations answers the
public exactly as one without them.
"""
