-- The channels in which the topics of an introduction were written, by their keys (",3,17,"): what is not for everybody to read any more is told to nobody.
ALTER TABLE introductions ADD COLUMN topic_channels TEXT NOT NULL DEFAULT '';
