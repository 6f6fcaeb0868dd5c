using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace EngageBot.Database;

/// <summary>
/// Answers to questions that will be asked one by one, asked together. Each is given once: whoever asks the same again, perhaps because something was written since, asks the database.
/// </summary>
internal sealed class Foreseen(IStatementBatch batch) : IAsyncDisposable
{
    private readonly Dictionary<Question, List<object[]>> _answers = [];

    public async Task AskAsync(IEnumerable<Question> questions, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        List<Question> asked = [];
        foreach (var question in questions)
        {
            if (_answers.TryAdd(question, []))
            {
                asked.Add(question);
                batch.Add(question.Sql, question.Values);
            }

            if (batch.IsFull)
            {
                await ReadAsync(asked, transaction, cancellationToken);
            }
        }

        if (!batch.IsEmpty)
        {
            await ReadAsync(asked, transaction, cancellationToken);
        }
    }

    public bool TryTake(HotSql sql, ReadOnlySpan<object?> values, [NotNullWhen(true)] out List<object[]>? rows)
    {
        rows = null;
        return _answers.Count > 0 && _answers.Remove(new Question(sql, values.ToArray()), out rows);
    }

    /// <summary>An answer that stays for whoever asks; null where there is none.</summary>
    public List<object[]>? Look(Question question) => _answers.GetValueOrDefault(question);

    /// <summary>One answer is not true any more.</summary>
    public void Forget(Question question) => _answers.Remove(question);

    /// <summary>What was not asked for yet is asked of the database.</summary>
    public void Clear() => _answers.Clear();

    public ValueTask DisposeAsync() => batch.DisposeAsync();

    private async Task ReadAsync(List<Question> asked, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var answers = await batch.ReadAsync(transaction, cancellationToken);
        foreach (var (question, rows) in asked.Zip(answers))
        {
            _answers[question] = rows;
        }

        asked.Clear();
    }
}
