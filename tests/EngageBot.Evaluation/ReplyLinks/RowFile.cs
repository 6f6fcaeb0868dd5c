using System.Runtime.InteropServices;
using EngageBot.Evaluation.Irc;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>
/// What the trainer reads, in a folder: rows.f32, a row of features for each candidate; about.i32, for each row the log, the line, the candidate line (-1:
/// itself) and whether it is right (-1: not labelled); logs.txt, names, weights and numbers; easy.u1, 1 for a row that an earlier model found hopeless.
/// </summary>
internal sealed class RowFile : IDisposable
{
    private readonly FileStream _rows;
    private readonly FileStream _about;
    private readonly FileStream _easy;

    public RowFile(string folder, IReadOnlyList<TrainingLog> logs)
    {
        Directory.CreateDirectory(folder);
        _rows = File.Create(Path.Combine(folder, "rows.f32"));
        _about = File.Create(Path.Combine(folder, "about.i32"));
        _easy = File.Create(Path.Combine(folder, "easy.u1"));
        File.WriteAllLines(Path.Combine(folder, "logs.txt"), logs.Select(log => FormattableString.Invariant($"{log.Log.Name} {log.Weight} {log.Number}")));
    }

    /// <param name="row">Its features.</param>
    /// <param name="candidate">The candidate line; -1 for none.</param>
    public void Write(ReadOnlySpan<float> row, int log, int line, int candidate, Annotations labels, bool isEasy)
    {
        var isRight = labels.ParentsOf(line).Contains(candidate < 0 ? line : candidate);
        _rows.Write(MemoryMarshal.AsBytes(row));
        _about.Write(MemoryMarshal.AsBytes<int>([log, line, candidate, !labels.Has(line) ? -1 : isRight ? 1 : 0]));
        _easy.WriteByte(isEasy && !isRight && candidate >= 0 ? (byte)1 : (byte)0);
    }

    public void Dispose()
    {
        _rows.Dispose();
        _about.Dispose();
        _easy.Dispose();
    }
}
