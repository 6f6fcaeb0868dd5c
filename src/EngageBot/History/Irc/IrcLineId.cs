using EngageBot.Chat;

namespace EngageBot.History.Irc;

/// <summary>
/// The id of a line of a log: the number of its file times ten million, plus the number of the line. Both count from 0, the files in the order of their dates and,
/// within a day, of their names. So an id is unique within the folder, and tells file and line.
/// </summary>
public static class IrcLineId
{
    public const int LinesPerFile = 10_000_000;

    public static MessageId Of(int file, long line) => new(((long)file * LinesPerFile) + line);

    public static int FileOf(MessageId id) => (int)(id.Number / LinesPerFile);

    public static int LineOf(MessageId id) => (int)(id.Number % LinesPerFile);
}
