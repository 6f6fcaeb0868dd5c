namespace EngageBot.Stats;

/// <summary>Posts that are counted together: of a channel, a period, an hour of the week, or all.</summary>
internal sealed class PostGroup
{
    private readonly List<TimeSpan> _times = [];
    private int _unanswered;
    private int _notObserved;

    public IReadOnlyList<TimeSpan> ResponseTimes => _times;

    public PostFigures Figures => new() { Answered = _times.Count, Unanswered = _unanswered, NotObserved = _notObserved };

    public ResponseTimes? Times => Stats.ResponseTimes.Of(_times);

    public void AddAnswered(TimeSpan time) => _times.Add(time);

    public void AddUnanswered(bool isObserved)
    {
        _unanswered += isObserved ? 1 : 0;
        _notObserved += isObserved ? 0 : 1;
    }
}
