using System.Text.Json;
using EngageBot.History.Files;

namespace EngageBot.History.Json;

/// <summary>
/// The pass over a file before anything of it is used: it proves the JSON whole, so that nothing is half read, and finds where the items of one array begin,
/// how large they get, and when the first one is of. Nothing of it stays in memory.
/// </summary>
/// <param name="arrayName">The property of the root object that holds the items; null where the root is the array.</param>
/// <param name="timeName">The property of an item that holds its time.</param>
/// <param name="readTime">Reads that time.</param>
internal sealed class JsonArrayScan(string? arrayName, string timeName, JsonTimeReader readTime)
{
    private const int WindowSize = 1 << 17;
    private const int MaxHeader = 100;

    private readonly byte[] _timeName = System.Text.Encoding.UTF8.GetBytes(timeName);
    private readonly int _itemDepth = arrayName is null ? 1 : 2;

    private JsonArrayFile _file = null!;
    private JsonReaderState _state;
    private long _itemEnd;
    private bool _isInArray;
    private string _rootProperty = "";
    private string _property = "";

    public async ValueTask<JsonArrayFile> ScanAsync(HistoryFiles files, HistoryFile file, CancellationToken cancellationToken)
    {
        (_file, _state, _itemEnd, _isInArray, _rootProperty, _property) = (new JsonArrayFile(file), default, 0, false, "", "");
        using var window = await ByteWindow.OpenAsync(files, file, 0, WindowSize, cancellationToken);
        while (!window.IsEnd)
        {
            if (window.IsFull)
            {
                throw new HistoryException($"{file.Label}: a value larger than {ByteWindow.MaxSize >> 20} MB at byte {window.Offset}");
            }

            await window.FillAsync(cancellationToken);
            window.Skip(Scan(window));
        }

        return _file.LargestItem <= ByteWindow.MaxSize ? _file : throw new HistoryException($"{file.Label}: a message larger than {ByteWindow.MaxSize >> 20} MB");
    }

    private int Scan(ByteWindow window)
    {
        var reader = new Utf8JsonReader(window.Bytes, window.IsEnd, _state);
        if (Fault(ref reader, window.Offset) is { } fault)
        {
            // Not kept as the inner exception: its message quotes the file.
            throw new HistoryException($"{_file.File.Label}: broken JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}");
        }

        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private JsonException? Fault(ref Utf8JsonReader reader, long offset)
    {
        try
        {
            while (reader.Read())
            {
                if (_isInArray)
                {
                    InArray(ref reader, offset);
                }
                else
                {
                    Outside(ref reader, offset);
                }
            }

            return null;
        }
        catch (JsonException exception)
        {
            return exception;
        }
    }

    private void InArray(ref Utf8JsonReader reader, long offset)
    {
        var depth = reader.CurrentDepth;
        if (depth == _itemDepth && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            var end = offset + reader.BytesConsumed;
            _file.LargestItem = (int)Math.Min(int.MaxValue, Math.Max(_file.LargestItem, end - _itemEnd));
            _file.Count++;
            _itemEnd = end;
        }
        else if (depth < _itemDepth)
        {
            _isInArray = false;
        }
        else if (_file.FirstAt is null && depth == _itemDepth + 1)
        {
            FindTime(ref reader);
        }
    }

    private void FindTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            _property = reader.ValueSpan.SequenceEqual(_timeName) ? timeName : "";
        }
        else if (reader.TokenType == JsonTokenType.String && _property == timeName)
        {
            _file.FirstAt = readTime(ref reader);
        }
    }

    private void Outside(ref Utf8JsonReader reader, long offset)
    {
        var depth = reader.CurrentDepth;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when depth == _itemDepth - 1 && !_file.IsFound && (arrayName is null || _rootProperty == arrayName):
                (_isInArray, _file.IsFound) = (true, true);
                _itemEnd = _file.Start = offset + reader.BytesConsumed;
                break;
            case JsonTokenType.PropertyName when depth == 1:
                _rootProperty = reader.ReadName() ?? "";
                break;
            case JsonTokenType.PropertyName when depth == 2:
                _property = reader.ReadName() ?? "";
                break;
            case JsonTokenType.String or JsonTokenType.Number when depth == 2 && _file.Header.Count < MaxHeader && reader.ReadName() is { } value:
                _file.Header[$"{_rootProperty}.{_property}"] = value;
                break;
        }
    }
}
