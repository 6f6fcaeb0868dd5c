namespace EngageBot.Stats;

/// <summary>Posts that are counted together: of a channel, a period, an hour of the week, or all.</summary>
/// <param name="keepsTimes">Whether their times to response are wanted too.</param>
internal sealed class PostGroup(bool keepsTimes)
{
    private readonly List<TimeSpan> _times = [];
    private int _answered;
    private int _unanswered;
    private int _notObserved;

    public PostFigures Figures => new() { Answered = _answered, Unanswered = _unanswered, NotObserved = _notObserved };

    public ResponseTimes? Times => ResponseTimes.Of(_times);

    public void AddAnswered(TimeSpan time)
    {
        _answered++;
        if (keepsTimes)
        {
            _times.Add(time);
        }
    }

    public void AddUnanswered(bool isObserved)
    {
        _unanswered += isObserved ? 1 : 0;
        _notObserved += isObserved ? 0 : 1;
    }
}
