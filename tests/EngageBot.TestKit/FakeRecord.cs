using System.Text.Json.Nodes;

namespace EngageBot.TestKit;

/// <summary>
/// What was asked of a fake server and answered, a line of JSON each, so that it can be held against the platform's own description of its API. When the folder
/// that a variable of the environment names is there, the lines are written to a file of their own in it.
/// </summary>
/// <param name="folderVariable">The variable.</param>
public abstract class FakeRecord(string folderVariable)
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Tests of the fake itself send what the platform would refuse; that is no matter for the record.</summary>
    public bool IsKept { get; set; } = true;

    internal void Save()
    {
        if (IsKept && Lines is { Count: > 0 } lines && Environment.GetEnvironmentVariable(folderVariable) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            File.WriteAllLines(Path.Combine(folder, $"{Guid.NewGuid():N}.jsonl"), lines);
        }
    }

    private protected void Add(JsonObject line)
    {
        lock (_gate)
        {
            _lines.Add(line.ToJsonString());
        }
    }
}
