using System.Security.Cryptography;
using System.Text;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Members;

/// <summary>
/// By what the bot recognises people who asked to be forgotten, without keeping who they were: an HMAC (RFC 2104, SHA-256) of platform and id. The key stands in a file outside the
/// database, so that a copy of the database alone says of nobody whether he is among them; below it the file lists the HMACs, so that whoever was forgotten stays so when
/// an older database is restored. Back it up apart from the database.
/// </summary>
public sealed class ErasureKey
{
    /// <summary>What an HMAC begins with where it stands in the place of an id. No platform has such ids.</summary>
    public const string Prefix = "erased:";

    private const int Length = 32;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly byte[] _key;
    private readonly string? _path;
    private readonly SortedSet<string> _erased;

    private ErasureKey(byte[] key, string? path, IEnumerable<string> erased)
    {
        _key = key;
        _path = path;
        _erased = new SortedSet<string>(erased, StringComparer.Ordinal);
    }

    /// <summary>Who was forgotten, as far as the file knows.</summary>
    public IReadOnlyList<string> Erased
    {
        get
        {
            lock (_gate)
            {
                return [.. _erased];
            }
        }
    }

    /// <summary>Tells this key from another.</summary>
    public string Fingerprint => Prefix + "key:" + Hash("key");

    /// <summary>A new one that nobody keeps.</summary>
    public static ErasureKey InMemory() => new(RandomNumberGenerator.GetBytes(Length), path: null, []);

    /// <summary>The key of a file, which is made where it is missing, for its owner alone.</summary>
    /// <exception cref="DatabaseException">The file is no such key.</exception>
    public static ErasureKey At(string path)
    {
        if (Find(path) is { } known)
        {
            return known;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var made = new ErasureKey(RandomNumberGenerator.GetBytes(Length), path, []);
        made.Write();
        return made;
    }

    /// <summary>The key of a file; null where there is none.</summary>
    /// <exception cref="DatabaseException">The file is no such key.</exception>
    public static ErasureKey? Find(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var lines = File.ReadAllLines(path);
        var key = new byte[Length];
        return lines.Length > 0 && Convert.TryFromBase64String(lines[0], key, out var length) && length == Length
            ? new ErasureKey(key, path, lines.Skip(1).Where(line => line.StartsWith(Prefix, StringComparison.Ordinal)))
            : throw new DatabaseException($"The file {path} is not the key by which forgotten people are recognised: put the right one back from a backup.");
    }

    /// <summary>The same in every community of the platform.</summary>
    public string HmacOf(MemberId member) => Prefix + Hash($"{(int)member.Community.Platform}:{member.Value}");

    /// <summary>Keeps that somebody was forgotten.</summary>
    internal void Add(string hmac)
    {
        lock (_gate)
        {
            if (_erased.Add(hmac))
            {
                Write(hmac, isErased: true);
            }
        }
    }

    /// <summary>He is known again.</summary>
    internal void Remove(string hmac)
    {
        lock (_gate)
        {
            if (_erased.Remove(hmac))
            {
                Write(hmac, isErased: false);
            }
        }
    }

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    /// <summary>Another process may have written to the file since it was read.</summary>
    private void Write(string hmac, bool isErased)
    {
        if (_path is null)
        {
            return;
        }

        using var alone = Alone(_path + ".lock");
        _erased.UnionWith(Find(_path)?._erased ?? []);
        _ = isErased ? _erased.Add(hmac) : _erased.Remove(hmac);
        Write();
    }

    private static FileStream Alone(string path)
    {
        FileStream? alone = null;
        return SpinWait.SpinUntil(() => (alone = TryAlone(path)) is not null, Longest) ? alone! : throw new IOException($"{path} is held by another program.");
    }

    private static FileStream? TryAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    /// <summary>A crash leaves the file as it was or as it is to be.</summary>
    private void Write()
    {
        if (_path is null)
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var anew = _path + ".new";
        using (var file = new FileStream(anew, options))
        {
            file.Write(Encoding.ASCII.GetBytes(string.Join('\n', [Convert.ToBase64String(_key), .. _erased, string.Empty])));
            file.Flush(flushToDisk: true);
        }

        File.Move(anew, _path, overwrite: true);
    }
}
